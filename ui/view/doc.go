// Package view draws snapshots with ebiten: panels, and the stage that holds them.
//
// It is thin. What is where and in which colour is package plot's; here geometry becomes draw calls, a few for each panel whatever
// the number of points. It takes no input, writes no text but the numbers of classes, and holds nothing of a run: a panel is a function of a snapshot, a
// size and a look. All sizes are device pixels.
package view
