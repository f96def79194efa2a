package claim

// promised is what a named experiment promises, and of how many seeds tests try it when there is little time.
type promised struct {
	few      int
	promises []promise
}

// promises are by the key of a named experiment. GANVAS_SEEDS tries them on seeds on which nobody chose any settings or
// bounds. What needs more than seconds is tried on fewer seeds, and images with GANVAS_SLOW alone.
var promises = map[string]promised{
	"works": {3, []promise{
		{sick, at(600), last, "modes", 8, 8},
		{sick, at(600), last, "high_quality", .6, 1},
	}},
	// A perfect generator scores 0.0018, -log 4, 8 and ½; a classifier's accuracy on 4,000 points has a standard error of .008, and
	// one perfect generator in five hundred has so small a p.
	"equilibrium": {1, []promise{
		{sick, at(15000), last, "js", 0, .0036},
		{sick, at(15000), last, "value + log(4)", -.01, .01},
		{sick, at(15000), last, "modes", 8, 8},
		{sick, at(15000), last, "high_quality", .98, .995},
		{sick, at(15000), last, "c2st_logistic", .47, .53},
		{sick, at(15000), last, "c2st", .45, .55},
		{sick, at(15000), last, "mmd_p", .002, 1},
	}},
	"textbook": {3, []promise{
		{sick, at(4000), last, "w1_marginals", 0, .1},
		{sick, at(4000), last, "d_real", .48, .52},
		{sick, at(4000), last, "d_fake", .48, .52},
	}},
	"collapse": {2, []promise{
		{sick, every(50, 150, 1000), mean, "top_share", .6, 1},
		{sick, every(50, 150, 1000), kinds, "top_mode", 4, 8},
		{sick, every(50, 150, 1000), mean, "modes", 0, 1.5},
		{cured, every(100, 400, 1000), mean, "top_share", 0, .5},
		{cured, every(100, 400, 1000), mean, "modes_any", 5, 8},
		{cured, every(100, 400, 1000), smallest, "modes_any", 3, 8},
	}},
	"vanishing": {2, []promise{
		{sick, at(400), last, "d_fake", 0, .1},
		{sick, at(400), last, "gradient", 0, 6},
		{sick, at(400), last, "modes", 0, 0},
		{cured, at(400), last, "gradient", 20, 1000},
		{cured, at(400), last, "modes", 1, 8},
	}},
	// Each of 300 steps of rate .1 makes the swing √(1+.01) times as wide, in all 4.5 times, and √(1-.01+.0001) times by
	// extragradient, in all .23 times; between the largest of the first quarter and of the last lie about 225 steps: 3.1 and .33 times.
	"circling": {3, []promise{
		{sick, every(5, 5, 300), growth, "sqrt(centre_x*centre_x + centre_y*centre_y)", 2.3, 4},
		{cured, every(5, 5, 300), growth, "sqrt(centre_x*centre_x + centre_y*centre_y)", 0, .5},
	}},
	"dirac": {3, []promise{
		{sick, every(10, 10, 500), smallest, "radius", 1.3, 1.5},
		{sick, every(10, 10, 500), largest, "radius", 1.3, 1.5},
		{cured, at(500), last, "radius", 0, 1e-3},
	}},
	"clipping": {3, []promise{
		{sick, at(800), last, "on_bound", .25, 1},
		{sick, at(800), last, "gradient", 0, .01},
		{sick, at(800), last, "modes", 0, 1},
		{sick, at(800), last, "js", .5, .7},
		{cured, at(800), last, "gradient", .1, 100},
		{cured, at(800), last, "js", 0, .4},
		{cured, at(800), last, "modes", 6, 8},
	}},
	// Three standard deviations about a mode hold .9889 of a normal distribution in the plane.
	"gaps": {1, []promise{
		{sick, at(4000), last, "modes", 8, 8},
		{sick, at(4000), last, "high_quality", 0, .88},
		{cured, at(4000), last, "modes", 8, 8},
		{cured, at(4000), last, "high_quality", .95, .995},
	}},
	// Memorisation is 1 where every sample is nearer to training's points than fresh data is, and ½ where samples are like fresh data.
	"memorising": {2, []promise{
		{sick, at(2000), last, "memorisation", .95, 1},
		{cured, at(2000), last, "memorisation", .4, .75},
	}},

	// A generator of one image for all noises is about 1,900 from the data, as the judge sees them, and real digits, by chance, 15 to 21. Within a
	// quarter of the first are strokes that resemble digits; beyond it is what nobody reads. Eight of ten classes are more than a generator covers that
	// makes a few images.
	"digits":          {0, []promise{{sick, at(500), last, "agreement", .95, 1}, {sick, at(500), last, "classes", 10, 10}}},
	"digits-mlp":      {0, []promise{{sick, at(500), last, "agreement", .5, 1}, {sick, at(500), last, "classes", 10, 10}}},
	"dcgan":           {0, []promise{{sick, at(1000), last, "classes", 8, 10}, {sick, at(1000), last, "frechet", 0, 475}}},
	"dcgan-large":     {0, []promise{{sick, at(100), last, "frechet", 475, 3000}}}, // many more steps until anything is legible
	"digits-residual": {0, []promise{{sick, at(500), last, "agreement", .9, 1}, {sick, at(500), last, "classes", 10, 10}}},
	"exercise":        {0, []promise{{sick, at(2000), last, "classes", 8, 10}, {sick, at(2000), last, "frechet", 0, 475}}},

	"by-heart":     {3, []promise{{sick, at(1), last, "memorisation", .5, 1}, {sick, at(1), last, "js", .02, .06}}},
	"mixture-fit":  {3, []promise{{sick, at(400), last, "modes", 8, 8}, {sick, at(400), last, "js", 0, .02}}},
	"one-by-one":   {1, []promise{{sick, at(600), last, "heldout", -1.12, -.99}}},
	"vae-bound":    {1, []promise{{sick, at(1500), last, "heldout + loss", 0, .25}}},
	"flow-bends":   {1, []promise{{sick, at(800), last, "heldout", -1.2, -.95}}},
	"noise-away":   {1, []promise{{sick, at(1500), last, "js", 0, .2}}},
	"no-judge":     {1, []promise{{sick, at(800), last, "js", 0, .06}}},
	"no-generator": {1, []promise{{sick, at(300), last, "js", 0, .25}}},
	// The ring's modes are 1.53 apart: on average, a point comes back less than half of the way to the next.
	"codes": {1, []promise{{sick, at(2600), last, "modes", 8, 8}, {sick, at(2600), last, "returns", 0, .765}}},
}
