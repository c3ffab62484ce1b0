"""The only part that writes to the output folder: manifests, the two trees of each site, lock and guard."""
