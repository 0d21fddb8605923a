print("one")
import mathematics
