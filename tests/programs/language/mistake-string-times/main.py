print("a" * )
