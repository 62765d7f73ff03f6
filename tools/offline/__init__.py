"""The bundle for machines without a network: everything to install from one zip a platform."""
