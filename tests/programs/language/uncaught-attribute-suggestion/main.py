print("start")
"abc".uper()
