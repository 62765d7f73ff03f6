@echo off
rem Starts the web page; Ctrl-C ends it.
setlocal
if not exist "%~dp0venv\Scripts\allocator.exe" goto none
"%~dp0venv\Scripts\allocator.exe" serve %*
pause
exit /b

:none
chcp 65001 >nul
type "%~dp0messages\not-installed.txt"
pause
exit /b 1
