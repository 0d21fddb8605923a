import math from pi
