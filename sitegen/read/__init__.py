"""Reading: text becomes checked values. Every third-party parser is named in one file here."""
