class = "maths"
