"""Corpora and annotated articles -> examples to train on; never used at run time."""
