"""JSON Schemas of what editors write, made from the types with which reading checks it."""
