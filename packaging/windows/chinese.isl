; 安装程序的简体中文：写在这里，是因为 Inno Setup 的编译器不一定带有简体中文文件。没有写的，用英文。
; The installer in Chinese, because a compiler may come without such a file. What is missing here stays English.

[LangOptions]
LanguageName=简体中文
LanguageID=$0804
LanguageCodePage=0
DialogFontName=Microsoft YaHei UI
DialogFontSize=9
WelcomeFontName=Microsoft YaHei UI

[Messages]
SetupAppTitle=安装
SetupWindowTitle=安装 - %1
UninstallAppTitle=卸载
UninstallAppFullTitle=卸载 %1

InformationTitle=提示
ConfirmTitle=确认
ErrorTitle=出错

SetupLdrStartupMessage=将要安装 %1，是否继续？
LdrCannotCreateTemp=无法建立临时文件，安装已中止
LdrCannotExecTemp=无法运行临时文件夹里的文件，安装已中止

LastErrorMessage=%1。%n%n错误 %2：%3
SetupFileMissing=安装文件夹里缺少文件 %1。请补上它，或者重新取一份安装程序。
SetupFileCorrupt=安装文件已损坏，请重新取一份安装程序。
SetupFileCorruptOrWrongVer=安装文件已损坏，或与这个版本的安装程序不相配。请重新取一份安装程序。
InvalidParameter=命令行里有不认识的参数：%n%n%1
SetupAlreadyRunning=安装程序已经在运行。
WindowsVersionNotSupported=这台电脑的 Windows 版本不能运行本程序。
OnlyOnTheseArchitectures=本程序只能装在用这些处理器的 Windows 上：%n%n%1
WinVersionTooLowError=本程序需要 %1 的 %2 或更新的版本。
AdminPrivilegesRequired=请用管理员账户安装本程序。
SetupAppRunningError=%1 正在运行。%n%n请先把它关掉，再点“确定”继续；点“取消”退出安装。
UninstallAppRunningError=%1 正在运行。%n%n请先把它关掉，再点“确定”继续；点“取消”退出卸载。

ErrorCreatingDir=无法建立文件夹“%1”
ErrorTooManyFilesInDir=文件夹“%1”里的文件太多，不能再建立新文件

ExitSetupTitle=退出安装
ExitSetupMessage=安装还没有完成。现在退出，程序就没有装上。%n%n以后可以再次运行安装程序。%n%n要退出吗？
AboutSetupMenuItem=关于安装程序(&A)…
AboutSetupTitle=关于安装程序
AboutSetupMessage=%1 版本 %2%n%3%n%n%1 主页：%n%4

ButtonBack=< 上一步(&B)
ButtonNext=下一步(&N) >
ButtonInstall=安装(&I)
ButtonOK=确定
ButtonCancel=取消
ButtonYes=是(&Y)
ButtonYesToAll=全部是(&A)
ButtonNo=否(&N)
ButtonNoToAll=全部否(&O)
ButtonFinish=完成(&F)
ButtonBrowse=浏览(&B)…
ButtonWizardBrowse=浏览(&R)…
ButtonNewFolder=新建文件夹(&M)

SelectLanguageTitle=选择安装语言
SelectLanguageLabel=请选择安装时使用的语言。

ClickNext=点“下一步”继续，点“取消”退出安装。
BrowseDialogTitle=选择文件夹
BrowseDialogLabel=请在列表里选一个文件夹，再点“确定”。
NewFolderName=新建文件夹

WelcomeLabel1=欢迎安装 [name]
WelcomeLabel2=现在要在这台电脑上安装 [name/ver]。%n%n请先关掉其他程序，再继续。

WizardSelectDir=选择安装位置
SelectDirDesc=[name] 装到哪里？
SelectDirLabel3=[name] 将装到下面的文件夹里。
SelectDirBrowseLabel=点“下一步”继续。要换一个文件夹，请点“浏览”。
DiskSpaceGBLabel=至少需要 [gb] GB 的空闲磁盘空间。
DiskSpaceMBLabel=至少需要 [mb] MB 的空闲磁盘空间。
CannotInstallToNetworkDrive=不能装到网络驱动器上。
CannotInstallToUNCPath=不能装到网络路径上。
InvalidPath=请写出带盘符的完整路径，例如：%n%nC:\APP%n%n或网络路径：%n%n\\server\share
InvalidDrive=所选的磁盘或网络位置不存在，或者不能访问。请另选一个。
DiskSpaceWarningTitle=磁盘空间不够
DiskSpaceWarning=安装至少需要 %1 KB 空闲空间，而所选磁盘只有 %2 KB。%n%n仍要继续吗？
DirNameTooLong=文件夹的名称或路径太长。
InvalidDirName=文件夹的名称不对。
BadDirName32=文件夹的名称里不能有这些字符：%n%n%1
DirExistsTitle=文件夹已存在
DirExists=文件夹：%n%n%1%n%n已经存在。仍要装到那里吗？
DirDoesntExistTitle=文件夹不存在
DirDoesntExist=文件夹：%n%n%1%n%n还不存在。要建立它吗？

WizardSelectTasks=选择附加任务
SelectTasksDesc=还要做哪些事？
SelectTasksLabel2=请选择安装 [name] 时还要做的事，再点“下一步”。

WizardReady=可以安装了
ReadyLabel1=现在可以在这台电脑上安装 [name] 了。
ReadyLabel2a=点“安装”开始；要看一看或改一改前面的选择，请点“上一步”。
ReadyLabel2b=点“安装”开始。
ReadyMemoDir=安装位置：
ReadyMemoGroup=开始菜单文件夹：
ReadyMemoTasks=附加任务：

WizardPreparing=准备安装
PreparingDesc=正在准备安装 [name]。
PreviousInstallNotCompleted=上一个程序的安装或卸载还没有完成，要重新启动电脑才能完成。%n%n重新启动以后，请再次运行安装程序，完成 [name] 的安装。
CannotContinue=安装不能继续。请点“取消”退出。
ApplicationsFound=这些程序正在使用需要更新的文件。建议让安装程序自动关掉它们。
ApplicationsFound2=这些程序正在使用需要更新的文件。建议让安装程序自动关掉它们，安装完成后再尝试重新启动它们。
CloseApplications=自动关掉这些程序(&A)
DontCloseApplications=不要关掉这些程序(&D)
ErrorCloseApplications=有的程序没有能自动关掉。继续以前，请先关掉正在使用这些文件的程序。
PrepareToInstallNeedsRestart=安装程序需要重新启动电脑。重新启动以后，请再次运行安装程序，完成 [name] 的安装。%n%n现在就重新启动吗？

WizardInstalling=正在安装
InstallingLabel=正在安装 [name]，请稍候。

FinishedHeadingLabel=[name] 安装完成
FinishedLabelNoIcons=[name] 已经装好。
FinishedLabel=[name] 已经装好，可以从开始菜单打开。
ClickFinish=点“完成”退出安装程序。
FinishedRestartLabel=要完成 [name] 的安装，必须重新启动电脑。现在就重新启动吗？
FinishedRestartMessage=要完成 [name] 的安装，必须重新启动电脑。%n%n现在就重新启动吗？
YesRadio=是，现在就重新启动(&Y)
NoRadio=否，以后再重新启动(&N)
RunEntryExec=运行 %1
RunEntryShellExec=查看 %1

SetupAborted=安装没有完成。%n%n请先解决问题，再重新运行安装程序。
AbortRetryIgnoreSelectAction=怎么办？
AbortRetryIgnoreRetry=再试一次(&T)
AbortRetryIgnoreIgnore=不管这个错误，继续(&I)
AbortRetryIgnoreCancel=取消安装

StatusClosingApplications=正在关闭程序…
StatusCreateDirs=正在建立文件夹…
StatusExtractFiles=正在解压文件…
StatusCreateIcons=正在建立快捷方式…
StatusCreateRegistryEntries=正在写注册表…
StatusSavingUninstall=正在保存卸载所需的信息…
StatusRunProgram=正在完成安装…
StatusRestartingApplications=正在重新启动程序…
StatusRollback=正在撤销改动…

ErrorInternal2=内部错误：%1
ErrorFunctionFailedNoCode=%1 失败
ErrorFunctionFailed=%1 失败，代码 %2
ErrorFunctionFailedWithMessage=%1 失败，代码 %2。%n%3
ErrorExecutingProgram=无法运行文件：%n%1

ErrorRegOpenKey=打开注册表项时出错：%n%1\%2
ErrorRegCreateKey=建立注册表项时出错：%n%1\%2
ErrorRegWriteKey=写入注册表项时出错：%n%1\%2

FileAbortRetryIgnoreSkipNotRecommended=跳过这个文件，不建议这样做(&S)
FileAbortRetryIgnoreIgnoreNotRecommended=不管这个错误，继续，不建议这样做(&I)
SourceIsCorrupted=源文件已损坏
SourceDoesntExist=源文件“%1”不存在
ExistingFileReadOnly2=原有的文件是只读的，没有能换掉。
ExistingFileReadOnlyRetry=去掉只读属性，再试一次(&R)
ExistingFileReadOnlyKeepExisting=保留原有的文件(&K)
ErrorReadingExistingDest=读取原有的文件时出错：
FileExistsSelectAction=怎么办？
FileExists2=这个文件已经存在。
FileExistsOverwriteExisting=换掉原有的文件(&O)
FileExistsKeepExisting=保留原有的文件(&K)
FileExistsOverwriteOrKeepAll=以后都这样做(&D)
ExistingFileNewerSelectAction=怎么办？
ExistingFileNewer2=原有的文件比要安装的更新。
ExistingFileNewerOverwriteExisting=换掉原有的文件(&O)
ExistingFileNewerKeepExisting=保留原有的文件，建议这样做(&K)
ExistingFileNewerOverwriteOrKeepAll=以后都这样做(&D)
ErrorChangingAttr=更改原有文件的属性时出错：
ErrorCreatingTemp=在安装位置建立文件时出错：
ErrorReadingSource=读取源文件时出错：
ErrorCopying=复制文件时出错：
ErrorReplacingExistingFile=换掉原有的文件时出错：
ErrorRestartReplace=重新启动时更换文件失败：
ErrorRenamingTemp=在安装位置给文件改名时出错：

ErrorRestartingComputer=没有能重新启动电脑，请自己重新启动。

UninstallNotFound=文件“%1”不存在，无法卸载。
UninstallOpenError=无法打开文件“%1”，不能卸载
UninstallUnsupportedVer=卸载记录“%1”的格式，这个版本的卸载程序不认识，不能卸载
UninstallUnknownEntry=卸载记录里有不认识的一项（%1）
ConfirmUninstall=确定要卸载 %1 吗？改过的内容和设置会保留。
OnlyAdminCanUninstall=请用管理员账户卸载。
UninstallStatusLabel=正在卸载 %1，请稍候。
UninstalledAll=%1 已经卸载。
UninstalledMost=%1 卸载完毕。%n%n有些东西没有能删除，可以自己删除。
UninstalledAndNeedsRestart=要完成 %1 的卸载，必须重新启动电脑。%n%n现在就重新启动吗？
UninstallDataCorrupted=文件“%1”已损坏，不能卸载
WizardUninstalling=卸载进度
StatusUninstalling=正在卸载 %1…

ShutdownBlockReasonInstallingApp=正在安装 %1。
ShutdownBlockReasonUninstallingApp=正在卸载 %1。
