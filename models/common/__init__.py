"""What every exercise says of people, levels, ties and rulebooks."""
