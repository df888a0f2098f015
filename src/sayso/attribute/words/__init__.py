"""The words that attribution rests on: cues, speakers, objects, quotation marks."""
