"""The preview: `build` in a loop, into .sitegen/preview, served with a bar and errors that no file on disk has."""
