"""Actors: who the report's words name, with country, sectors, role and code."""
