// Package markdown reads lessons as their authors write them.
//
// A lesson is a Markdown file. It begins with front matter, and each heading of the second level begins a step:
//
//	---
//	title: What is a GAN?
//	summary: Two networks play a game, and one of them learns to draw.
//	minutes: 10
//	base: data=ring8&seed=3
//	---
//
//	## The counterfeiter
//
//	Prose with formulas, $D(x)$ in a line or $$V(G, D)$$ as a paragraph of its own.
//
// Blocks of code with one of these words as their language belong to the step and are not shown as code:
//
//	```setup                    what the step wants on the page; what it leaves out stays as the step before had it
//	run: loss=ns&g.lr=0.001     the experiment: the lesson's base with these fields changed
//	show: real, generated       the parts of the plane's picture
//	pace: 25                    steps a second, or max, or paused
//	point: plane, g.lr          the parts of the page that the text speaks of
//	```
//
//	```question
//	Who sees the real data?
//	[ ] The generator -- It sees nothing but noise.
//	[x] The discriminator -- Half of what it is shown.
//	```
//
//	```task
//	say: Find a learning rate at which all eight blobs are covered.
//	goal: modes >= 8
//	within: 2000
//	solution: g.lr=0.006
//	```
//
//	```claims                   what tests train, and hold the prose to
//	seeds: 1, 2, 3              every claim holds for each of these seeds; without it, for the step's own
//	here: after 1500            a run: the step's experiment with no field changed, trained 1,500 steps
//	weak: d.lr=0.0001 after 100, 500 d      another: 100 steps of both players, then 500 of the discriminator
//	here.modes >= 7
//	weak.loss_d within 0.05 of 2*log(2) - 2*weak.js
//	```
//
// Package markdown does not turn prose into HTML: see package html.
package markdown
