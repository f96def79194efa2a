// Package permutation deals the points of two clouds anew, again and again, to see how far apart a statistic finds clouds of one distribution. It knows
// no points: what a statistic makes of a deal is given.
package permutation
