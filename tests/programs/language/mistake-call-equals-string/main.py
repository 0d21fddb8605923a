print(end="x" "y"=3)
