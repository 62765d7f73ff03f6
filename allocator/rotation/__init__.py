"""The exchange and rotation of posts (交流轮岗): who is due, who goes where, and in which order posts change hands."""
