@echo off
call "%~dp0install.cmd" --uninstall %*
pause
