"""sitegen beside other generators: the same network of sites, from the same texts, by equal templates."""
