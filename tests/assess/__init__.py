"""Tests of the stage assess."""
