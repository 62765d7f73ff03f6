"""The competitive rotation (竞争轮岗): posts contested, places chosen, seats filled."""
