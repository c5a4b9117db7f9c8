"""Corpora and annotated articles -> the model file; needs the extra ``train`` and is never imported in use."""
