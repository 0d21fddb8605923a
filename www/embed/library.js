// The library modules that the engine does not hold itself, as a script.

import text from "interleave-library"

self.interleaveLibraryText = text
