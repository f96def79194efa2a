// Package mixture is the family of mixtures of Gaussians, each of any covariance: a density that is written down, and fitted by expectation
// maximisation or by gradient, to be likely for the data (KL(p‖q)) or to be where the data are likely (KL(q‖p)).
package mixture
