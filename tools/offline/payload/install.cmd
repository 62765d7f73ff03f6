@echo off
rem Finds a Python that this bundle has wheels for and hands over to install.py.
setlocal
set "HERE=%~dp0"
set "RUN="
if exist "%HERE%python\python.exe" call :try "%HERE%python\python.exe"
for %%V in (3.11 3.12 3.13 3.14) do call :try py -%%V
call :try python
if not defined RUN goto none
%RUN% -I "%HERE%install.py" %*
set CODE=%ERRORLEVEL%
if "%~1"=="" pause
exit /b %CODE%

:none
chcp 65001 >nul
type "%HERE%messages\no-python.txt"
if "%~1"=="" pause
exit /b 1

:try
if defined RUN exit /b
%* -I "%HERE%install.py" --probe >nul 2>nul && set RUN=%*
exit /b
