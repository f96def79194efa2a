package experiment

// ImagePresets are named experiments on images, in the order of a menu: what is legible soonest, then networks that people know.
var ImagePresets = []Preset{
	{Key: "digits", Label: "Digits, legible soonest", Steps: 500, Query: "data=digits",
		Doc: "Ten digits out of noise, a row for each: a small generator that repeats pixels to enlarge, a small discriminator, both at learning rates far above the usual."},
	{Key: "digits-mlp", Label: "Digits, fully connected", Steps: 500,
		Query: "data=digits&z=64&g=256,512&g.norm=none&g.lr=0.003&g.beta2=0.99&g.ema=0.99&d=256,128&d.lr=0.003&d.beta2=0.99&loss=ns&r1=0.3&r2=0&penalty.every=4&batch=64",
		Doc:   "Networks that do not know that pixels lie beside one another: they take more weights, and leave speckles."},
	{Key: "dcgan", Label: "DCGAN, small", Steps: 1000,
		Query: "data=digits&condition=none&z=64&g=3136,shape7x7x64,convt32k4s2p1,convt1k4s2p1&g.init=normal&g.lr=0.002&g.beta1=0.5&g.beta2=0.999&g.schedule=constant&g.ema=0&d=conv32k4s2p1,conv64k4s2p1:linear,batch&d.init=normal&d.lr=0.002&d.beta1=0.5&d.beta2=0.999&d.schedule=constant&loss=ns&r1=0&r2=0&penalty.every=1&batch=64&steps=2000",
		Doc:   "The convolutional GAN of Radford, Metz and Chintala (2016) at 28 by 28 pixels, at ten times its learning rate: transposed convolutions, and batch normalisation in both players."},
	{Key: "dcgan-large", Label: "DCGAN, large", Steps: 1000,
		Query: "data=digits&condition=none&z=100&g=6272,shape7x7x128,convt64k4s2p1,convt1k4s2p1&g.init=normal&g.lr=0.0002&g.beta1=0.5&g.beta2=0.999&g.schedule=constant&g.ema=0&d=conv64k4s2p1,conv128k4s2p1:linear,batch&d.init=normal&d.lr=0.0002&d.beta1=0.5&d.beta2=0.999&d.schedule=constant&loss=ns&r1=0&r2=0&penalty.every=1&batch=64&steps=2000",
		Doc:   "The same with twice the channels, and with the paper’s learning rate of 0.0002: it takes many more steps until anything is legible."},
	{Key: "digits-residual", Label: "Residual layers", Steps: 500,
		Query: "data=digits&g=784,shape7x7x16,nearest2,conv16k3p1,conv16k3p1,nearest2,conv16k3p1,conv16k3p1,conv1k3p1&g.residual=on&g.lr=0.009&d=conv16k4s2p1,conv16k3p1,conv32k4s2p1,conv32k3p1&d.residual=on&batch=64",
		Doc:   "Layers add to their sums those of the layer before, where both have the same shape: deeper players that learn as easily."},
	{Key: "exercise", Label: "A lecture's first exercise", Steps: 2000,
		Query: "data=digits&condition=none&z=100&g=784:relu,shape28x28x1,conv10k3p1:relu,conv1k3p1&g.norm=none&g.lr=0.001&g.beta1=0.9&g.beta2=0.999&g.schedule=constant&g.ema=0&d=conv8k5p2:relu,max2,conv16k5p2:relu,max2,flat&d.opt=sgd&d.lr=0.01&d.schedule=constant&loss=ns&r1=0&r2=0&penalty.every=1&batch=15&steps=2000",
		Doc:   "Two networks as people build them first: no transposed convolution, no normalisation, and a discriminator by plain gradient descent. The generator learns at a tenth of the lecture's rate of 0.01, with which some seeds end in a single image. It makes strokes that resemble digits, not good ones."},
}
