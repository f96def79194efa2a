// Package recipe says how a lab comes into what notes are written with: what to write, and where, for each host. It is the text of embedding.html; what
// tools make of it is tried by recipetest.
package recipe

// Recipe is how a lab comes into a host's pages.
type Recipe struct {
	Host    string
	How     string // what to do, in a sentence or two
	Files   []File // what to write, and where; https://ganvas.example/ stands for where Ganvas lies
	Example string // the page among the examples, where there is one
	Passes  string // what the host lets through, and what is left elsewhere
	Tried   string // what was tried, and what was not
}

// File is what an author writes into a file: its path below the notes' folder, or words for where it goes, and the text.
type File struct{ Name, Text string }

// Site stands in recipes for where Ganvas lies.
const Site = "https://ganvas.example/"

// Caption is what stands below the lab of each recipe.
const Caption = "A generator learns two moons"

const (
	settings = "data=moons&panels=plane,losses&height=420"

	// script is the element's, once in a page or in all. async has a value for the sake of XHTML.
	script = `<script src="` + Site + `ganvas-lab.js" async=""></script>`
	// figure is a lab in Markdown: a picture in a link, which every host leaves standing.
	figure = "[![" + Caption + "](moons.png)](" + Site + "lab.html?" + settings + ")\n\n*" + Caption + ".*\n"
	// link is the same in HTML.
	link = `<a href="` + Site + `lab.html?data=moons&amp;panels=plane,losses&amp;height=420"><img src="` + Site + `posters/moons.png" alt="` + Caption + `" width="420" height="420"/></a>`
	// words are the same for who has no pictures either.
	words = `<a href="` + Site + `lab.html?data=moons&amp;panels=plane,losses&amp;height=420">` + Caption + `</a>`
	// element is a lab as an element.
	element = script + "\n<figure>\n" + `<ganvas-lab spec="data=moons" panels="plane,losses" height="420" label="` + Caption + "\">\n" + link + "\n</ganvas-lab>\n<figcaption>" + Caption + ".</figcaption>\n</figure>"
	// frame is a lab as a frame, with a link below it for who sees no frame.
	frame = `<iframe src="` + Site + `lab.html?data=moons&amp;panels=plane,losses" title="` + Caption + `" width="100%" height="420" style="border: 0" loading="lazy" sandbox="allow-scripts allow-downloads allow-popups"></iframe>` +
		"\n<p><a href=\"" + Site + `lab.html?data=moons&amp;panels=plane,losses">` + Caption + "</a></p>"
)

// All are the recipes by kind: HTML, what builds notes of Markdown, slides, sites of components, notebooks, learning management.
var All = []Recipe{
	{
		Host: "Plain HTML", Example: "article.html",
		How:    "Write the element where the lab should be, and its script once anywhere in the page. Without height it is as high as it needs. Give it a picture and a link between its tags for readers without scripts, and for paper.",
		Files:  []File{{"page.html", element}},
		Passes: "Everything, unless the page has a policy of its own: then it needs script-src and frame-src for the place where Ganvas lies. The element writes no inline style or script.",
		Tried:  "Tried in Chromium at two widths and in Firefox and WebKit, from the same origin, from another and from a folder, with a server that sends Access-Control-Allow-Origin and with one that does not.",
	},
	{
		Host: "Sphinx and MyST", Example: "myst.html",
		How:    "A picture in a link becomes a lab where the script runs. Name the script in conf.py.",
		Files:  []File{{"conf.py", "html_js_files = [(\"" + Site + "ganvas-lab.js\", {\"async\": \"\"})]\n"}, {"index.md", "# Notes\n\n" + figure}},
		Passes: "LaTeX and EPUB have the picture, its link and the words below it. The same in reStructuredText: figure:: moons.png with :target:.",
		Tried:  "Tried in the tests: Sphinx with myst-parser, HTML, built and read, and LaTeX.",
	},
	{
		Host:   "Jupyter Book 2 (mystmd)",
		How:    "mystmd drops scripts and elements without a word, and keeps its directive iframe; placeholder is what stands there on paper.",
		Files:  []File{{"index.md", "# Notes\n\n:::{iframe} " + Site + "lab.html?data=moons&panels=plane,losses&controls=transport\n:width: 100%\n:title: " + Caption + "\n:placeholder: moons.png\n" + Caption + ". [Open it in a page of its own](" + Site + "lab.html?data=moons&panels=plane,losses).\n:::\n"}},
		Passes: "The directive puts the frame into a box of a fixed shape: leave height out, the lab fits. Its theme adds no sandbox.",
		Tried:  "Tried in the tests where mystmd is installed: that the caption and its link survive on the way to JATS. Its theme was not run.",
	},
	{
		Host:   "MkDocs",
		How:    "A picture in a link becomes a lab. Name the script in mkdocs.yml; that serves Material too, with instant navigation.",
		Files:  []File{{"mkdocs.yml", "site_name: Notes\nextra_javascript:\n  - " + Site + "ganvas-lab.js\n"}, {"docs/index.md", "# Notes\n\n" + figure}},
		Passes: "Raw HTML too: the element can stand in Markdown as in plain HTML.",
		Tried:  "Tried in the tests: MkDocs with its own theme, built and read. Material was not run; its colour scheme is followed.",
	},
	{
		Host:   "Jekyll",
		How:    "A picture in a link becomes a lab. The script may stand in the page, or in _includes/head.html for all pages.",
		Files:  []File{{"index.md", "---\ntitle: Notes\n---\n" + figure + "\n" + script + "\n"}},
		Passes: "kramdown hands raw HTML through.",
		Tried:  "Tried in the tests where Jekyll is installed: a site with a bare layout, built and read.",
	},
	{
		Host:   "Hugo",
		How:    "A picture in a link becomes a lab. Hugo omits raw HTML from Markdown, so bring the script by a shortcode, once in a page.",
		Files:  []File{{"layouts/shortcodes/ganvas.html", script + "\n"}, {"content/_index.md", "---\ntitle: Notes\n---\n" + figure + "\n{{< ganvas >}}\n"}},
		Passes: "Without the shortcode a reader has the picture and the link.",
		Tried:  "Tried in the tests: Hugo with a bare layout, built and read.",
	},
	{
		Host:   "Pandoc",
		How:    "A picture in a link becomes a lab. Keep the script in a file and give it for HTML alone: pandoc -s -H ganvas.html. data-external keeps it out of self-contained pages, where it would lose its address.",
		Files:  []File{{"ganvas.html", `<script src="` + Site + `ganvas-lab.js" data-external="1" async=""></script>` + "\n"}, {"index.md", "# Notes\n\n" + figure}},
		Passes: "PDF, EPUB and Word have the picture, its link and the words below it, and no trace of the script.",
		Tried:  "Tried in the tests: HTML, self-contained HTML, LaTeX, PDF by LaTeX and by WeasyPrint, Word, and EPUB, which epubcheck finds no fault with.",
	},
	{
		Host: "Quarto", Example: "quarto.html",
		How:    "As with Pandoc, which it is built on: name the script in the document's head, for HTML.",
		Files:  []File{{"index.qmd", "---\ntitle: Notes\nformat:\n  html:\n    include-in-header:\n      text: |\n        <script src=\"" + Site + "ganvas-lab.js\" data-external=\"1\" async=\"\"></script>\n---\n\n" + figure}},
		Passes: "The same for revealjs in place of html. With embed-resources: true the script stays outside, by data-external.",
		Tried:  "Tried in the tests: the document as Pandoc makes it, HTML, slides, PDF and EPUB, and Quarto itself where it is installed; there was none here.",
	},
	{
		Host: "reveal.js", Example: "reveal.html",
		How:    "The element knows whether its slide can be seen, gives a clicker's keys back to the deck, and trains on no other slide. A bare frame is told by the deck: give it autoplay=slide.",
		Files:  []File{{"slides.html", "<section>\n<ganvas-lab spec=\"data=moons\" height=\"560\" theme=\"light\" label=\"" + Caption + "\">" + link + "<p>" + words + "</p></ganvas-lab>\n</section>\n" + script + "\n\n<!-- as a frame -->\n<section>\n" + `<iframe data-src="` + Site + `lab.html?data=moons&amp;autoplay=slide&amp;theme=light" data-preload width="900" height="560" title="` + Caption + `" style="border: 0" sandbox="allow-scripts"></iframe>` + "\n</section>"}},
		Passes: "Everything. Its messages to frames (slide:start, slide:stop) are heard.",
		Tried:  "Tried in the tests: reveal.js 6 itself, and a static page with the same markup.",
	},
	{
		Host:   "Marp",
		How:    "Build with --html, so that the script passes; a picture in a link becomes a lab.",
		Files:  []File{{"slides.md", "---\nmarp: true\n---\n\n# Notes\n\n" + figure + "\n" + script + "\n"}},
		Passes: "Without --html, and in PDF and PowerPoint, the picture and its link are left.",
		Tried:  "Tried in the tests: what marp-core makes of the slides, read.",
	},
	{
		Host:   "VitePress",
		How:    "Its compiler takes a script in Markdown for one of its own, so name it in the configuration. There, too, say that the element is none of Vue's, if you write it. The picture lies in public.",
		Files:  []File{{".vitepress/config.mjs", "export default {\n  head: [['script', { src: '" + Site + "ganvas-lab.js', async: '' }]],\n  vue: { template: { compilerOptions: { isCustomElement: tag => tag === 'ganvas-lab' } } },\n}\n"}, {"index.md", "# Notes\n\n[![" + Caption + "](/moons.png)](" + Site + "lab.html?" + settings + ")\n\n*" + Caption + ".*\n"}},
		Passes: "Labs come with each page that is gone to, and go with it.",
		Tried:  "Tried in the tests: VitePress itself, built and read, with its own way from page to page.",
	},
	{
		Host:   "Docusaurus",
		How:    "React runs no script that comes with a page, so name it in the configuration. In MDX attributes are React's: no style as text. The picture lies in static.",
		Files:  []File{{"docusaurus.config.js", "export default {\n  scripts: [{ src: '" + Site + "ganvas-lab.js', async: true }],\n}\n"}, {"docs/index.mdx", "# Notes\n\n<ganvas-lab spec=\"data=moons\" panels=\"plane,losses\" height=\"420\" label=\"" + Caption + "\">\n  <a href=\"" + Site + "lab.html?data=moons&panels=plane,losses\"><img src=\"/moons.png\" alt=\"" + Caption + "\" width=\"420\" height=\"420\" /></a>\n</ganvas-lab>\n\n*" + Caption + ".*\n"}},
		Passes: "The element comes to life on every page that is gone to, since its script stays. Its theme is followed.",
		Tried:  "Tried in the tests: Docusaurus itself, built and read, with its own way from page to page.",
	},
	{
		Host:   "Sites of modules",
		How:    "Import the module from where Ganvas lies. Copied into a project, say where labs are. On a server it does nothing.",
		Files:  []File{{"lab.js", "import '" + Site + "ganvas-lab.mjs';\n\n// or, copied:\nimport { defineLab } from './ganvas-lab.mjs';\ndefineLab('" + Site + "');\n"}},
		Passes: "It registers the element once, however often it is imported, and labs that stood in the page before.",
		Tried:  "Tried in the tests: in Node.js, where there is no page, and in browsers.",
	},
	{
		Host:   "Jupyter",
		How:    "In a Markdown cell the picture in a link; in a code cell, once, the script. A trusted notebook runs it, and nbconvert's HTML does.",
		Files:  []File{{"a Markdown cell", figure}, {"a code cell", "from IPython.display import HTML\nHTML('" + script + "')\n"}},
		Passes: "Where scripts do not run, as on GitHub, the picture and its link are left.",
		Tried:  "Tried in the tests where nbconvert is installed: the notebook run and made HTML, and read. Jupyter itself was not run.",
	},
	{
		Host:   "Org",
		How:    "A picture in a link becomes a lab; the script is HTML's alone.",
		Files:  []File{{"notes.org", "#+title: Notes\n#+html_head_extra: " + script + "\n\n#+attr_html: :alt " + Caption + "\n[[" + Site + "lab.html?" + settings + "][file:moons.png]]\n\n/" + Caption + "./\n"}},
		Passes: "LaTeX has the picture and its link.",
		Tried:  "Tried in the tests: the page as Pandoc reads it. Emacs was not run.",
	},
	{
		Host: "Moodle", Example: "moodle.html",
		How:    "In the editor of a Page, Book or Label, switch to the source and paste the frame. What students write is cleaned of frames, what teachers write is not.",
		Files:  []File{{"source", frame}},
		Passes: "Frames, in text of those who are trusted with them; scripts, and with them the element, only where the administrator has turned cleaning off. TinyMCE may leave sandbox=\"\", in which nothing runs: the lab says so, and how to open it; take sandbox out there.",
		Tried:  "Tried here: a static page with the frame as it stands in a Moodle page, with sandbox and without; and in the tests a frame whose sandbox is emptied. Moodle itself was not run.",
	},
	{
		Host: "Canvas", Example: "canvas.html",
		How:    "In the rich content editor, open the HTML editor and paste the frame. Canvas removes what it does not allow when the page is saved.",
		Files:  []File{{"source", frame}},
		Passes: "Of a frame Canvas keeps src, width, height, title, style and sandbox (its sanitiser, canvas_sanitize, lists them) and drops loading; it removes scripts, so the element does not work there. The address must be https.",
		Tried:  "Tried here: a static page with the frame as that list leaves it. Canvas itself was not run.",
	},
}
