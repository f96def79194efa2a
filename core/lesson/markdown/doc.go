// Package markdown reads lessons as their authors write them.
//
// A lesson is a Markdown file. It begins with front matter, and each heading of the second level begins a step:
//
//	---
//	title: What is a GAN?
//	summary: Two networks play a game, and one of them learns to draw.
//	minutes: 10
//	part: The game                   under which the list of lessons has it
//	needs: fit-a-density, a-key      lessons that come before
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
//	run: loss=ns&g.lr=0.001     the experiment: the lesson's base with these fields changed, or preset=KEY&... or family=KEY&...
//	show: real, generated       the parts of the plane's picture
//	pace: 25                    steps a second, or max, or paused
//	open: laboratory            what is open beside the picture, in this step alone
//	point: plane, g.lr          the parts of the page that the text speaks of
//	```
//
//	```question
//	Who sees the real data?
//	[ ] The generator -- It sees nothing but noise.
//	[x] The discriminator -- Half of what it is shown.
//	```
//
//	```sliders                  a formula to play with: see lesson.Sliders
//	slider: d from 0.01 to 0.99 at 0.5 -- the answer $d$
//	axes: d across, -3 to 0 up
//	curve: log(d) -- its logarithm
//	number: 1-d -- the rest
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
//	seeds: 1 to 10              or 1, 2, 3: every claim holds for each of these seeds; without it, for the step's own
//	tests: slow                 where training takes long: only slow tests do it
//	here: after 1500            a run: the step's experiment with no field changed, trained 1,500 steps
//	weak: d.lr=0.0001 after 100, 500 d      another: 100 steps of both players, then 500 of the discriminator
//	here.modes >= 7             or ">= 7 in 8 of 10", where it holds for so many of the seeds at least
//	weak.loss_d within 0.05 of 2*log(2) - 2*weak.js
//	```
//
//	```covers                   for tests: what of the course the step covers; such a step has a setup, question, task or claims
//	game.players, game.story
//	```
//
//	```class                    for who teaches: shown in a fold, and on paper
//	minutes: 2
//	show: The plane alone, paused.
//	expect: Most say that the generator sees the data.
//	```
//
// Package markdown does not turn prose into HTML: see package html.
package markdown
