"""`sitegen verify`: whether a folder, a zip or a site on the web is what was published. Reads only."""
