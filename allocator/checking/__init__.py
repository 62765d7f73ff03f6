"""What the check of every exercise needs: the sound rows of a draft, repeated keys, ids that name nobody."""
