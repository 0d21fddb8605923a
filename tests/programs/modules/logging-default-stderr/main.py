"""Without any configuration warnings go to stderr, bare; the module's functions configure."""
import io
import logging
import sys

sys.stderr = io.StringIO()
log = logging.getLogger("lib")
log.info("dropped")
log.warning("the last resort")
logging.warning("configures the root")
log.warning("now with level and name")
text = sys.stderr.getvalue()
sys.stderr = sys.__stderr__
print(text, end="")
