"""The commands, a file each: parse words, call one function, print its report. `cli.py` has their table."""
