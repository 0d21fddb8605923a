# Permutations and prefix reversals: list slices and swaps.
def fannkuch(n):
    order = list(range(n))
    count = [0] * n
    most = checksum = 0
    sign = 1
    while True:
        first = order[0]
        if first:
            deck = order[:]
            flips = 0
            while first:
                deck[: first + 1] = deck[first::-1]
                first = deck[0]
                flips += 1
            if flips > most:
                most = flips
            checksum += sign * flips
        # the next permutation, one swap away from the last
        if sign == 1:
            order[0], order[1] = order[1], order[0]
            sign = -1
        else:
            order[1], order[2] = order[2], order[1]
            sign = 1
            for i in range(2, n):
                if count[i] < i:
                    count[i] += 1
                    break
                count[i] = 0
                if i == n - 1:
                    return checksum, most
                order.insert(i + 1, order.pop(0))


print(*fannkuch(8))
