"""The exchange and rotation of posts (交流轮岗): its tables, rulebook, case and outcome."""
