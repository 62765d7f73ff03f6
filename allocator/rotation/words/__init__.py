"""The words of the exchange and rotation of posts, in Chinese and English."""
