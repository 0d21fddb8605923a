def find(): print("looking")
find().name
