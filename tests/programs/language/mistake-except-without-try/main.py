except ValueError:
    print(1)
