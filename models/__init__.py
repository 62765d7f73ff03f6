"""What a bureau is: frozen types, with no solver, no files and no tables behind them."""
