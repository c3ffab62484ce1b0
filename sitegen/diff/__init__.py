"""`sitegen diff`: what a release would change, for people. `run` asks, `folding` finds causes, the rest shows them."""
