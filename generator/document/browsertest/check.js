// checkPage lists what is wrong with the page as it is laid out now. On paper nothing scrolls, so nothing may be wider
// than the column; on a screen a wide formula may scroll in a box of its own, but every part of it must be reachable.
function checkPage(paper, ownFonts) {
	const faults = [];
	const say = (what, e) => faults.push(what + ": " + (e.textContent || e.outerHTML).replace(/\s+/g, " ").slice(0, 120));
	const root = document.documentElement;
	if (root.scrollWidth > root.clientWidth) {
		const wide = [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(e));
		faults.push(`the page is ${root.scrollWidth} wide on a screen of ${root.clientWidth}`);
		wide.slice(0, 3).forEach(e => say(`<${e.localName} class="${e.getAttribute("class")}"> is too wide`, e));
	}
	if (ownFonts && ![...document.fonts].length || [...document.fonts].some(f => f.status !== "loaded")) faults.push("a font of the page is not loaded");
	const paperColor = getComputedStyle(document.body).backgroundColor;
	for (const box of document.querySelectorAll(".boxed")) {
		const style = getComputedStyle(box);
		const r = box.getBoundingClientRect();
		if (r.width < 10 || r.height < 10 || style.visibility !== "visible" || Number(style.opacity) < 1) say("a boxed formula is not visible", box);
		if (parseFloat(style.borderTopWidth) < 1 || style.borderTopStyle === "none") say("a boxed formula has no border", box);
		if (style.backgroundColor === paperColor || style.backgroundColor === "rgba(0, 0, 0, 0)") say("a boxed formula does not stand out", box);
		if (contrast(style.color, style.backgroundColor) < 7) say("a boxed formula has too little contrast", box);
		reachable(box);
		for (const part of box.querySelectorAll("mi, mn, mo")) {
			const p = part.getBoundingClientRect();
			if (p.left < r.left - 0.5 || p.right > r.right + 0.5 || p.top < r.top - 0.5 || p.bottom > r.bottom + 0.5) {
				say("part of a formula is outside of its box", box);
				break;
			}
		}
	}
	for (const math of document.querySelectorAll("math")) {
		if (math.closest("nav") && !math.checkVisibility()) continue;
		const r = math.getBoundingClientRect();
		if (math.checkVisibility() && (r.width === 0 || r.height === 0)) say("a formula is empty", math);
		else if (math.checkVisibility()) reachable(math);
	}
	for (const e of document.querySelectorAll(".display")) {
		if (e.scrollHeight > e.clientHeight + 1) say(`a formula is cut below (${e.scrollHeight} of ${e.clientHeight})`, e);
		if (!paper && e.scrollWidth > e.clientWidth + 1 && e.tabIndex < 0) say("a formula scrolls, but no keyboard reaches it", e);
	}
	return faults;

	// contrast is the ratio of WCAG 2.2, section 1.4.6, of two colours given as rgb(r, g, b).
	function contrast(a, b) {
		const [x, y] = [a, b].map(color => {
			const [r, g, b] = color.match(/[\d.]+/g).map(v => (v /= 255, v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
			return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
		});
		return Math.max(x, y) / Math.min(x, y);
	}

	// scrolls says whether something around e (or e) scrolls sideways.
	function scrolls(e) {
		for (; e && e !== document.body; e = e.parentElement)
			if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return true;
		return false;
	}

	// reachable wants the whole of e inside whatever clips or scrolls it.
	function reachable(e) {
		const r = e.getBoundingClientRect();
		for (let a = e.parentElement; a; a = a.parentElement) {
			const style = getComputedStyle(a);
			const last = a === document.body;
			if (style.overflowX === "visible" && !last) continue;
			const b = a.getBoundingClientRect();
			const left = r.left - b.left + (last ? 0 : a.scrollLeft), right = r.right - b.left + (last ? 0 : a.scrollLeft);
			const room = !last && !paper && /auto|scroll/.test(style.overflowX) ? a.scrollWidth : b.width;
			if (left < -1 || right > room + 1) say(`a formula is cut at the side (${Math.round(left)} to ${Math.round(right)} of ${Math.round(room)})`, e);
			if (!last && style.overflowY !== "visible" && (r.top < b.top - 1 || r.bottom - b.top + a.scrollTop > a.scrollHeight + 1)) say("a formula is cut above or below", e);
			return;
		}
	}
}
