package main

// recipe is how a lab comes into a host's pages.
type recipe struct {
	Host    string
	How     string // what to do, in a sentence or two
	Snippet string // what to write there; SITE stands for where Ganvas lies
	Example string // the page among the examples
	Passes  string // what the host lets through
	Tried   string // what was tried, and what was not
}

// site stands in snippets for where Ganvas lies.
const site = "https://ganvas.example/"

// frame is a lab as a frame.
const frame = `<iframe src="` + site + `lab.html?data=moons&amp;panels=plane,losses" title="A generator learns two moons" width="100%" height="420" style="border: 0" loading="lazy" sandbox="allow-scripts"></iframe>`

// element is a lab as an element.
const element = `<script src="` + site + `ganvas-lab.js" async=""></script>
<ganvas-lab spec="data=moons" panels="plane,losses" height="420"></ganvas-lab>`

var recipes = []recipe{
	{
		Host: "Plain HTML", Example: "article.html",
		How:     "Write the element where the lab should be, and its script once anywhere in the page. Without height it is as high as it needs.",
		Snippet: element,
		Passes:  "Everything, unless the page has a policy of its own: then it needs script-src and frame-src for the place where Ganvas lies. The element writes no inline style or script.",
		Tried:   "Tried in Chromium at two widths and in Firefox, from the same origin, from another and from a folder, with a server that sends Access-Control-Allow-Origin and with one that does not.",
	},
	{
		Host: "Jupyter Book and MyST", Example: "myst.html",
		How:     "In a page of Sphinx with myst-parser (Jupyter Book 1), raw HTML passes as it stands, element or frame. In mystmd (Jupyter Book 2) write the directive iframe: it keeps the address and makes the rest.",
		Snippet: "```{iframe} " + site + "lab.html?data=moons&panels=plane,losses&controls=transport\n:width: 100%\n:title: A generator learns two moons\n```\n\n<!-- Jupyter Book 1: -->\n" + element,
		Passes:  "myst-parser hands raw HTML through, scripts too. mystmd's directive puts the frame into a box of a fixed shape, so leave height out and let the lab fit.",
		Tried:   "Tried here: a static page with the markup that Sphinx and mystmd write around a raw block and a directive. mystmd reads the directive; its theme and Jupyter Book were not run.",
	},
	{
		Host: "Quarto", Example: "quarto.html",
		How:     "A raw block goes to the page as it stands. In a document that is also printed, put a figure of the same run beside it.",
		Snippet: "```{=html}\n" + element + "\n```",
		Passes:  "Quarto hands a raw block through. With embed-resources: true it tries to put the script into the page; use the frame there.",
		Tried:   "Tried here: a static page with the markup of a Quarto document around the raw block. Quarto itself was not run.",
	},
	{
		Host: "reveal.js", Example: "reveal.html",
		How:     "A frame with data-src is loaded when its slide comes, and taken away when it goes. A lab pauses on hidden slides by itself, so data-preload makes it wait ready.",
		Snippet: `<section>` + "\n  " + `<iframe data-src="` + site + `lab.html?data=moons&amp;autoplay=visible&amp;theme=light" data-preload width="900" height="560" title="A generator learns two moons" style="border: 0" sandbox="allow-scripts"></iframe>` + "\n" + `</section>`,
		Passes:  "Everything. Its own messages to frames (slide:start) are not the lab's and are passed over. Keys go to the slides until the lab is clicked, and to the lab until the slide is clicked.",
		Tried:   "Tried here: reveal.js 5 itself, with three slides, and a static page with the same markup.",
	},
	{
		Host: "Moodle", Example: "moodle.html",
		How:     "In the editor of a Page, Book or Label, switch to the source and paste the frame. What students write is cleaned of frames, what teachers write is not.",
		Snippet: frame,
		Passes:  "Frames, in text of those who are trusted with them; scripts, and with them the element, only where the administrator has turned cleaning off. The attribute sandbox stays; if an editor drops it, the lab works all the same.",
		Tried:   "Tried here: a static page with the frame as it stands in a Moodle page, with sandbox and without. Moodle itself was not run.",
	},
	{
		Host: "Canvas", Example: "canvas.html",
		How:     "In the rich content editor, open the HTML editor and paste the frame. Canvas removes what it does not allow when the page is saved.",
		Snippet: frame,
		Passes:  "Of a frame Canvas keeps src, width, height, title, style and sandbox (its sanitiser, canvas_sanitize, lists them) and drops loading; it removes scripts, so the element does not work there. The address must be https.",
		Tried:   "Tried here: a static page with the frame as that list leaves it. Canvas itself was not run.",
	},
}
