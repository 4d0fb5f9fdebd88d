// A worksheet checks itself, offline. The page holds no answers: for every blank it has salted hashes of the answers
// that are right, close, or what a known mistake gives, each rounded to the sheet's places. Whoever wants to can try
// all numbers of so many places against them; whoever reads the source finds none.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("check").textContent);

  // SHA-256 (FIPS 180-4) of a short text, as letters: two for each of the first eight bytes. Browsers offer their own
  // only on secure pages, and a file or a school's server may not count as one.
  const K = [], H0 = [];
  for (let n = 2, found = 0; found < 64; n++) {
    if (![...Array(n).keys()].slice(2).some(d => d * d <= n && n % d === 0)) {
      if (found < 8) H0.push((Math.sqrt(n) % 1 * 2 ** 32) | 0);
      K.push((Math.cbrt(n) % 1 * 2 ** 32) | 0);
      found++;
    }
  }
  const hash = text => {
    const bytes = [...new TextEncoder().encode(text)], length = bytes.length;
    bytes.push(128);
    while (bytes.length % 64 !== 56) bytes.push(0);
    bytes.push(0, 0, 0, 0, length >>> 21, length >>> 13 & 255, length >>> 5 & 255, length << 3 & 255);
    const turn = (x, n) => x >>> n | x << 32 - n, h = [...H0];
    for (let at = 0; at < bytes.length; at += 64) {
      const w = [];
      for (let i = 0; i < 64; i++) {
        if (i < 16) { const j = at + 4 * i; w[i] = bytes[j] << 24 | bytes[j + 1] << 16 | bytes[j + 2] << 8 | bytes[j + 3]; continue; }
        const a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ a >>> 3) + w[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ b >>> 10) | 0;
      }
      let [a, b, c, d, e, f, g, k] = h;
      for (let i = 0; i < 64; i++) {
        const s = k + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + K[i] + w[i] | 0;
        const t = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
        [a, b, c, d, e, f, g, k] = [s + t | 0, a, b, c, d + s | 0, e, f, g];
      }
      [a, b, c, d, e, f, g, k].forEach((x, i) => { h[i] = h[i] + x | 0; });
    }
    let letters = "";
    for (let i = 0; i < 16; i++) letters += "abcdefghijklmnop"[h[i >> 3] >>> 28 - 4 * (i & 7) & 15];
    return letters;
  };

  // An entry as a fraction of whole numbers; null where it is no number. What is read is what `longhand mark` reads:
  // package response says it. The program that marks and the page must not disagree.
  const written = /^([+-]?)((?:\d+|\d{1,3}(?: \d{3})+)?)(?:[.,](\d*|(?:\d{3} )+\d{1,3}))?(?:[eE]([+-]?\d{1,4})|[×·⋅∙*xX]10(?:\^\{?([+-]?\d{1,4})\}?|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})))?(%?)$/;
  const raised = text => text.replace("⁺", "").replace("⁻", "-").replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, c => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c));
  const read = text => {
    const t = text.replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, "-").replace(/\s+/g, " ").trim().replace(/ ?([^\d ]) ?/g, "$1").replace(/^[=≈~≅]+/, "");
    const number = s => {
      const m = written.exec(s);
      if (!m || s.length > 200 || !(m[2] || m[3])) return null;
      const digits = x => (x || "").replace(/ /g, ""), fraction = digits(m[3]);
      let top = BigInt(digits(m[2]) + fraction), bottom = 10n ** BigInt(fraction.length);
      const e = Number(m[4] || m[5] || raised(m[6] || "0")) - (m[7] ? 2 : 0);
      if (e > 0) top *= 10n ** BigInt(e); else bottom *= 10n ** BigInt(-e);
      return [m[1] === "-" ? -top : top, bottom];
    };
    const parts = t.split("/").map(number);
    if (parts.length > 2 || parts.includes(null)) return null;
    if (parts.length === 1) return parts[0];
    const [[a, b], [c, d]] = parts;
    return c === 0n ? null : c < 0n ? [-a * d, -b * c] : [a * d, b * c];
  };

  // The whole number of units of the last place, rounded half away from zero.
  const cell = ([top, bottom], places) => {
    const scaled = places > 0 ? top * 10n ** BigInt(places) : top, sign = scaled < 0n ? -1n : 1n;
    if (places < 0) bottom *= 10n ** BigInt(-places);
    return sign * ((2n * sign * scaled + bottom) / (2n * bottom));
  };

  const judge = (blank, text) => {
    const value = read(text);
    if (!value) return ["wrong", data.words.unreadable];
    const key = (kind, places) => hash([data.salt, blank.n, kind, cell(value, places)].join(":"));
    if (blank.right.includes(key("right", blank.places))) return ["right", data.words.right];
    const name = blank.mistakes[key("mistake", blank.places)];
    if (name !== undefined) return ["wrong", data.words.wrong + " " + data.names[name]];
    if (blank.close.includes(key("close", data.places - 2))) return ["close", data.words.close];
    return ["wrong", data.words.wrong];
  };

  const store = "longhand " + data.id;
  let entries = {};
  try { entries = JSON.parse(localStorage.getItem(store)) || {}; } catch { /* no storage: nothing is remembered */ }

  const blanks = new Map(data.blanks.map(b => ["blank-" + b.n, b]));
  const show = input => {
    const blank = blanks.get(input.id);
    if (!blank) return;
    const field = input.parentElement, says = field.querySelector("output");
    const [verdict, words] = input.value.trim() ? judge(blank, input.value) : ["", ""];
    if (verdict) field.dataset.verdict = verdict; else delete field.dataset.verdict;
    if (says.textContent !== words) says.textContent = words;
    input.setAttribute("aria-invalid", verdict === "wrong");
  };
  const inputs = [...document.querySelectorAll(".field input")];
  for (const input of inputs) {
    if (typeof entries[input.id] === "string") { input.value = entries[input.id]; show(input); }
    input.addEventListener("input", () => {
      entries[input.id] = input.value;
      try { localStorage.setItem(store, JSON.stringify(entries)); } catch { /* as above */ }
      const field = input.parentElement;
      delete field.dataset.verdict; // it is judged when it is left, or on Enter
      const says = field.querySelector("output");
      if (says) says.textContent = "";
    });
    input.addEventListener("change", () => show(input));
    input.addEventListener("keydown", event => {
      if (event.key !== "Enter") return;
      show(input);
      const next = inputs[inputs.indexOf(input) + 1];
      if (next) next.focus();
    });
  }
})();
