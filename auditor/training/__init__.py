"""Training of the models that the package carries: `python -m auditor.training`. Never imported by an audit."""
