"""`sitegen report`."""
