"""Tests of attribute."""
