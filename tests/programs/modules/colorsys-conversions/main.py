import colorsys

for rgb in ((0, 0, 0), (1, 1, 1), (1, 0, 0), (0.2, 0.4, 0.4), (0.5, 0.25, 0.75), (0.1, 0.9, 0.3)):
    print([round(x, 6) for f in (colorsys.rgb_to_hsv, colorsys.rgb_to_hls, colorsys.rgb_to_yiq) for x in f(*rgb)])
for hsv in ((0, 0, 0.5), (0.5, 1, 1), (0.9, 0.3, 0.7), (0.16, 0.5, 0.5)):
    print([round(x, 6) for f in (colorsys.hsv_to_rgb, colorsys.hls_to_rgb, colorsys.yiq_to_rgb) for x in f(*hsv)])
