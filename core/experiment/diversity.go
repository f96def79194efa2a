package experiment

// diversityFields are the discriminator's means against mode collapse: all let it see more than one sample, or more than one way.
func diversityFields() []Field {
	return []Field{
		{Key: "pac", Label: "Samples judged together", Symbol: "m", Doc: "PacGAN: the discriminator sees this many samples at once, so that a lack of variety gives the generator away.",
			Group: "game", Kind: Integer, Min: 1, Max: 8, place: func(s *Spec) any { return &s.Pack }},
		{Key: "ensemble", Label: "Discriminators", Symbol: "K", Doc: "How many discriminators there are, each with its own weights; the players minimise the mean of the losses against each.",
			Group: "game", Kind: Integer, Min: 1, Max: 4, place: func(s *Spec) any { return &s.Ensemble }},
		{Key: "mbstd", Label: "Minibatch standard deviation", Doc: "The discriminator also sees how far the minibatch is spread, as in progressive GANs.",
			Group: "game", Kind: Flag, place: func(s *Spec) any { return &s.Spread }},
		{Key: "mbd", Label: "Minibatch discrimination", Symbol: "B", Doc: "The discriminator also sees how close the other samples of the minibatch are to each, by this many kernels; 0 is off.",
			Group: "game", Kind: Integer, Min: 0, Max: 64, place: func(s *Spec) any { return &s.Kernels }},
	}
}
