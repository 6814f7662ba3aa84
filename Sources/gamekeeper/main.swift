print("placeholder until main is merged")
