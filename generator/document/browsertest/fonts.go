package browsertest

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/chromedp"
)

// checkFonts wants every glyph of the page, code aside, from the fonts that travel with it: with one from elsewhere the
// page looks different on each machine, or shows an empty box. It hides the code, so it comes last.
func checkFonts(t *testing.T, tab context.Context) {
	t.Helper()
	if _, err := chromedp.Run(tab, chromedp.Evaluate[bool](`document.querySelectorAll("code, pre").forEach(e => e.style.display = "none"), true`)); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(tab, dom.Enable, dom.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(tab, css.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	if !foreign(t, tab, "body") {
		return
	}
	for _, part := range []string{"h1", "h2", "h3", "p", "li", "td", "th", "figure", "math"} {
		foreign(t, tab, part)
	}
}

// foreign reports glyphs of fonts that are not the page's own, in all elements of a kind.
func foreign(t *testing.T, tab context.Context, selector string) bool {
	t.Helper()
	document, err := chromedp.Call(tab, dom.GetDocument, dom.GetDocumentParams{})
	if err != nil {
		t.Fatal(err)
	}
	nodes, err := chromedp.Call(tab, dom.QuerySelectorAll, dom.QuerySelectorAllParams{NodeID: document.Root.NodeID, Selector: selector})
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, node := range nodes.NodeIDs {
		fonts, err := chromedp.Call(tab, css.GetPlatformFontsForNode, css.GetPlatformFontsForNodeParams{NodeID: node})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range fonts.Fonts {
			if !f.IsCustomFont && !found {
				html, _ := chromedp.Call(tab, dom.GetOuterHTML, dom.GetOuterHTMLParams{NodeID: node})
				t.Errorf("%.0f glyphs come from %s, not from the page's fonts: %.300s", f.GlyphCount, f.FamilyName, html.OuterHTML)
				found = true
			}
		}
	}
	return found
}
