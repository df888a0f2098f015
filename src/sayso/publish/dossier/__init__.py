"""dossier: one coded report as one stand-alone HTML page."""
