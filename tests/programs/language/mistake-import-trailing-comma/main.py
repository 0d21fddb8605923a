import x, 
